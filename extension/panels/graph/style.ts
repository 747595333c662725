// How a project's graph looks: VS Code's own colours only, so that every theme and high contrast fit.
// A state has a stroke of its own beside its colour, and stands in words in the box.
export const style = `
body { padding: 0 12px 12px; font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
header { padding: 8px 0; }
button { font: inherit; padding: 4px 10px; cursor: pointer; color: var(--vscode-button-secondaryForeground);
  background: var(--vscode-button-secondaryBackground);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
svg { display: block; overflow: visible; }
text { fill: var(--vscode-foreground); }
.name { font-weight: 600; }
.words, .condition { fill: var(--vscode-descriptionForeground); font-size: 0.88em; }
.condition { text-anchor: middle; paint-order: stroke; stroke: var(--vscode-editor-background); stroke-width: 4px; }
.service { cursor: pointer; }
.service rect { fill: var(--vscode-editorWidget-background); stroke-width: 2; stroke: var(--vscode-descriptionForeground); }
.service:hover rect { fill: var(--vscode-list-hoverBackground); }
.service:focus-visible { outline: none; }
.service:focus-visible rect { stroke: var(--vscode-focusBorder); stroke-width: 3; }
.running rect { stroke: var(--vscode-charts-green); }
.partly rect { stroke: var(--vscode-charts-yellow); stroke-dasharray: 8 4; }
.stopped rect { stroke-dasharray: 2 4; }
.absent rect { stroke-width: 1; stroke-dasharray: 1 5; }
.edge { fill: none; stroke: var(--vscode-descriptionForeground); stroke-width: 1.5; }
.head { fill: var(--vscode-descriptionForeground); }
p { color: var(--vscode-descriptionForeground); }
`;
