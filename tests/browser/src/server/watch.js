// Reports what goes wrong in this page to the server of the test, before anything else runs, so that nothing is missed.
(() => {
  const report = new URL("report", document.currentScript.src);
  let told = true;
  const tell = (what) => {
    // A report that a policy blocks would be reported too: once is enough.
    if (!told) return;
    try {
      const request = new XMLHttpRequest();
      request.open("POST", report, false);
      request.send(`${location.href}: ${what}`);
    } catch {
      told = false;
    }
  };
  const text = (value) => (value instanceof Error ? `${value} ${value.stack ?? ""}` : String(value));

  for (const level of ["error", "warn"]) {
    const plain = console[level];
    console[level] = (...values) => {
      tell(`console.${level}: ${values.map(text).join(" ")}`);
      plain.apply(console, values);
    };
  }
  addEventListener("error", (event) => {
    const { target } = event;
    const file = target instanceof Element ? (target.src ?? target.href) : null;
    tell(file ? `${file} does not load` : `error: ${event.message} ${event.filename}:${event.lineno}`);
  }, true);
  addEventListener("unhandledrejection", (event) => tell(`unhandled rejection: ${text(event.reason)}`));
  addEventListener("securitypolicyviolation", (event) => {
    tell(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
})();
