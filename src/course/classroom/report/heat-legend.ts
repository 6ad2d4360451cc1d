import { html } from "./html.ts";

/** What the cells of the map say; signs and numbers say it without their colours. */
export const heatLegend = html`<ul class="legend">
  <li>
    <span class="key h1">2</span><span class="key h2">5</span><span class="key h3">10</span
    ><span class="key h4">11</span> l’erreur est dans le texte rendu ; le nombre est celui des essais
  </li>
  <li><span class="key none">·</span> une autre erreur</li>
  <li><span class="key ok">✓</span> activité réussie</li>
  <li><span class="key none">–</span> non rendue</li>
  <li>
    <span class="key s1">%</span><span class="key s3">%</span><span class="key s5">%</span> part de ceux qui
    ont rendu l’activité
  </li>
</ul>`;
