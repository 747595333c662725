// How a table panel looks: VS Code's own colours only, so that every theme and high contrast fit.
export const style = `
body { padding: 0 12px 12px; font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
header { position: sticky; top: 0; display: flex; gap: 8px; align-items: center; padding: 8px 0;
  background: var(--vscode-editor-background); }
input { flex: 0 1 22em; min-width: 6em; padding: 4px 6px; font: inherit; color: var(--vscode-input-foreground);
  background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); }
input::placeholder { color: var(--vscode-input-placeholderForeground); }
.count { flex: 1; color: var(--vscode-descriptionForeground); }
button { font: inherit; color: inherit; background: none; border: 0; padding: 2px 4px; cursor: pointer; }
header button { padding: 4px 10px; color: var(--vscode-button-secondaryForeground);
  background: var(--vscode-button-secondaryBackground);
  border: 1px solid var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent)); }
header button:hover { background: var(--vscode-button-secondaryHoverBackground); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
p { margin: 0 0 8px; color: var(--vscode-descriptionForeground); }
p:empty { display: none; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { position: sticky; top: 42px; text-align: start; font-weight: 600; white-space: nowrap;
  background: var(--vscode-editor-background); border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
td { padding: 2px 4px; vertical-align: top; overflow-wrap: anywhere; }
td.short { white-space: nowrap; }
td.number, th.number { text-align: end; white-space: nowrap; }
td svg { margin-inline-end: 8px; vertical-align: -1px; }
td polyline { fill: none; stroke: var(--vscode-charts-blue); stroke-width: 1.5; stroke-linejoin: round; }
tbody tr:hover { background: var(--vscode-list-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); }
`;
