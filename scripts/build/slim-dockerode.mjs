// Keeps out of the bundle what dockerode carries and we replace: its ssh client, its BuildKit
// session and its trace reader bring ssh2, grpc and protobufjs along, 800 kB that never run. So do
// its packing of build contexts, and its debugging output, which would print logins.

const replaced = [
  [
    /docker-modem[\\/]lib[\\/]ssh\.js$/,
    "module.exports = () => { throw new Error('ssh has an agent of its own: engine/connection/ssh.ts'); };",
  ],
  [
    /dockerode[\\/]lib[\\/]session\.js$/,
    "module.exports = (docker, auth, done) => done(new Error('use engine/build/session.ts'), null, () => {});",
  ],
  [
    /dockerode[\\/]lib[\\/]buildkit\.js$/,
    "exports.followProgress = () => { throw new Error('use engine/build/trace.ts'); };",
  ],
  [
    /[\\/]tar-fs[\\/]index\.js$/,
    "exports.pack = () => { throw new Error('use engine/build/context-tar.ts'); };",
  ],
  [
    /[\\/]dockerignore[\\/]ignore\.js$/,
    "module.exports = () => { throw new Error('use engine/build/dockerignore.ts'); };",
  ],
  [/[\\/]debug[\\/]src[\\/]index\.js$/, "module.exports = () => () => {};"],
];

/**
 * An esbuild plugin. The build fails when one of the files is no longer there, so that a new
 * dockerode cannot bring the weight back unseen.
 * @returns {import("esbuild").Plugin}
 */
export function slimDockerode() {
  return {
    name: "slim-dockerode",
    setup(build) {
      const seen = new Set();
      for (const [filter, contents] of replaced)
        build.onLoad({ filter }, () => {
          seen.add(filter);
          return { contents };
        });
      build.onResolve({ filter: /^readable-stream$/ }, () => ({
        path: "node:stream",
        external: true,
      }));
      build.onEnd((result) => {
        const inputs = Object.keys(result.metafile?.inputs ?? {});
        const hasDockerode = inputs.some((path) => /dockerode[\\/]lib[\\/]docker\.js$/.test(path));
        if (hasDockerode && seen.size !== replaced.length)
          throw new Error("dockerode has moved a file that slim-dockerode.mjs replaces");
      });
      build.initialOptions.metafile = true;
    },
  };
}
