/* Rust asks Windows for random bytes by this library. The Wine of Debian 12 lacks it and gets this one
   from the test of the release, which puts it beside the program. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG count);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    return SystemFunction036(bytes, (ULONG)count);
}
