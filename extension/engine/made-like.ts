// The options that make a container like another one, as far as `docker run` in a terminal can have set them.
import type Docker from "dockerode";
import type { RunSource } from "./docker-run-line.ts";

/** What the image gives anyway is left to it. */
export function madeLike({ container, image }: RunSource): Docker.ContainerCreateOptions {
  const { Config: config, HostConfig: host } = container;
  const { Binds, PortBindings, NetworkMode, PidMode, Memory, NanoCpus, CapAdd } = host;
  const given = image?.Config ?? {};
  return {
    name: container.Name.replace(/^\//, ""),
    Image: config.Image,
    Entrypoint: config.Entrypoint,
    Cmd: config.Cmd,
    Env: (config.Env ?? []).filter((one) => !(given.Env ?? []).includes(one)),
    User: config.User,
    WorkingDir: config.WorkingDir,
    Labels: config.Labels,
    ExposedPorts: config.ExposedPorts,
    HostConfig: {
      Binds,
      PortBindings,
      NetworkMode,
      Memory,
      NanoCpus,
      CapAdd,
      ...(PidMode && { PidMode }),
    },
  };
}
