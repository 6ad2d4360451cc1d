/** Files of the student's folder that are the same for everybody. Plain spaces: editors flag the thin ones. */

/** What the workbook's own editor assumes: ES2023, strict, no DOM, every file a module of its own. */
export const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: "ES2023",
      lib: ["ES2023"],
      types: [],
      module: "ESNext",
      moduleDetection: "force",
      strict: true,
      noEmit: true,
    },
    include: ["**/*.ts"],
  },
  null,
  2,
)}
`;

export const readMe = `# Mes exercices

Ce dossier contient les exercices du cahier, un fichier par fonction à écrire. Depuis le dossier du cahier :

    npm run --silent watch -- mes-exercices/

Ouvrez un fichier \`.ts\`, écrivez la fonction, enregistrez : le verdict s'affiche dans le terminal.

| fichier ou dossier | contenu |
| --- | --- |
| \`01-…\` à \`09-…\` | les exercices, un dossier par chapitre |
| \`types/prip.d.ts\` | les types du cours (\`Bytes\`, \`IPv4Header\`…), que votre éditeur lit |
| \`tsconfig.json\` | les réglages de TypeScript pour votre éditeur |
| \`prip-travaux.json\` | vos textes, vos essais et vos réussites ; la page « Mes travaux » sait l'ouvrir |
| \`*.earlier-1.ts\` | un texte mis de côté quand un autre a pris sa place |

Rien n'est jamais écrasé. Un fichier supprimé est écrit à nouveau au démarrage suivant.
`;
