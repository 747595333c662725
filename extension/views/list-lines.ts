// The docker lines that list what each view shows. Pure data, for the views and for the manifest.

export const listLines = {
  containers: ["docker ps", "docker ps -a"],
  projects: ["docker compose ls"],
  images: ["docker images"],
  volumes: ["docker volume ls"],
  networks: ["docker network ls"],
  engines: ["docker context ls"],
} as const satisfies Record<string, readonly string[]>;
