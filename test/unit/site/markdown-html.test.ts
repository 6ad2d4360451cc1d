import { describe, expect, it } from "vitest";
import { mendMarkdown, typesetHtml } from "../../../src/site/markdown-html.ts";

const thin = "\u202f";

describe("typesetHtml", () => {
  it("puts narrow spaces into prose, across elements, once", () => {
    const set = `<p>Un «${thin}<em>mot</em>${thin}»${thin}: le voici${thin}; vraiment${thin}?</p>`;
    expect(typesetHtml("<p>Un « <em>mot</em> » : le voici ; vraiment ?</p>")).toBe(set);
    expect(typesetHtml(set)).toBe(set);
  });

  it("leaves code, data, attributes, references and packet diagrams alone", () => {
    const html = [
      "<code>a ? b : c</code>",
      '<pre tabindex="0"><code>x ; y</code></pre>',
      '<script type="application/json">{"a" : "«"}</script>',
      '<a title="b > c : d" href="#x">lien</a>',
      "R&amp;D &lt;",
      '<figure class="packet wide"><span> : ! ?</span></figure>',
    ].join("");
    expect(typesetHtml(html)).toBe(html);
  });
});

describe("mendMarkdown", () => {
  it("makes the empty corner of a table no header, and code blocks reachable", () => {
    expect(mendMarkdown("<th></th><pre>a : b</pre>")).toBe('<td></td><pre tabindex="0">a : b</pre>');
  });

  it("marks code that a narrow table may break, by its longest piece", () => {
    const html = '<code>a name, another name</code><code>f("2001:db8::a:b", 1)</code>';
    expect(mendMarkdown(html)).toBe(html.replace("<code>f", '<code class="long">f'));
  });
});
