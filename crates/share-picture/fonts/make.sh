#!/bin/sh
# Makes the fonts of this folder out of those of Debian's package fonts-noto-core: sh make.sh FOLDER
set -eu
from=$1
# Latin with Greek and Cyrillic, punctuation, money; Arabic with the signs that stand in it; arrows and minus.
latin="U+0020-007E,U+00A0-024F,U+0259,U+02BC,U+02C6-02DD,U+0300-030C,U+0323,U+0326-0328,U+0331,U+0370-03FF,U+0400-045F,U+0490-0491,U+1E00-1EFF,U+2010-2015,U+2018-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+2070,U+2074-2079,U+2080-2089,U+20A0-20BF,U+2116,U+2122,U+2126"
arabic="U+0020-0021,U+0028-0029,U+002C-002E,U+003A,U+00A0,U+00AB,U+00BB,U+0600-06FF,U+0750-077F,U+200C-200F,U+2018-201E,U+2026,U+FDF2,U+FE70-FEFF"
signs="U+0020,U+00A0,U+2190-2195,U+2205,U+2212,U+221E,U+2248,U+2260,U+2264-2265"

subset() {
  pyftsubset "$from/$1.ttf" --output-file="$1.ttf" --unicodes="$2" --layout-features="$3" --no-hinting --notdef-outline \
    --drop-tables+=FFTM,meta,DSIG,STAT,MATH --name-IDs=0,1,2,13,14
}
subset NotoSerif-Bold "$latin" kern,liga,mark,mkmk,ccmp,locl
subset NotoSans-Regular "$latin" kern,liga,mark,mkmk,ccmp,locl
subset NotoNaskhArabic-Bold "$arabic" init,medi,fina,isol,rlig,calt,liga,mark,mkmk,ccmp,locl,kern,curs,rclt
subset NotoNaskhArabic-Regular "$arabic" init,medi,fina,isol,rlig,calt,liga,mark,mkmk,ccmp,locl,kern,curs,rclt
subset NotoSansMath-Regular "$signs" ""
