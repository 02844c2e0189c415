export default { output: "export", turbopack: { root: "{root}" }, outputFileTracingRoot: "{root}" };
