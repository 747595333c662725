// The page of a webview: its own script and style alone, and nothing from outside. Texts in it are
// data of the script, never markup.
import { randomBytes } from "node:crypto";

/** The HTML of a page. `script` and `style` are ours; `title` may hold anything. */
export function webviewPage(title: string, style: string, script: string): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body><script nonce="${nonce}">${script.replaceAll("</script", "<\\/script")}</script></body>
</html>`;
}
