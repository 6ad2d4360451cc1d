import { html, Html, type Content } from "./html.ts";
import { pageStyle } from "./style.ts";

/** A page on its own: style inside, no script, nothing from another host. `style` is for this page alone. */
export const page = (title: string, style: string, body: Content): string =>
  `<!DOCTYPE html>\n${
    html`<html lang="fr" xmlns="http://www.w3.org/1999/xhtml">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${new Html(pageStyle + style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text
  }`;
