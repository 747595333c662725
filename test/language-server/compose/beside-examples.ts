// What lies beside the examples of the rules' pages: path → text.
export const beside: Readonly<Record<string, string>> = {
  ".env": "WEB_PORT=8080\n",
  "app/Dockerfile":
    'FROM scratch AS build\nARG VERSION\nFROM build AS run\nEXPOSE 8080\nCMD ["/x"]\n',
};
