import type { Problem } from './problem.ts';

/** A whole page that says what is wrong and what to do; everything in it is escaped. */
export function renderProblemPage(problem: Problem): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titleOf(problem.status))} – Sovereignty Desk</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/desk.css">
</head>
<body class="problem-page">
<header class="masthead"><p class="wordmark"><a href="/"><img src="/assets/icon.svg" alt="" width="26" height="26">Sovereignty Desk</a></p></header>
<main>
<h1>${escapeHtml(titleOf(problem.status))}</h1>
<p>${escapeHtml(problem.problem)}</p>
<p>${escapeHtml(problem.hint)}</p>
<p><a href="/">To the desk</a></p>
</main>
</body>
</html>
`;
}

function titleOf(status: number): string {
  if (status === 404) return 'There is nothing here';
  return status >= 500 ? 'The desk failed' : 'The desk cannot do this';
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
