import jsTokens from "js-tokens";

/**
 * The shape of a program: keywords and signs as they are; every name, number and text as its kind alone, so that
 * renaming hides nothing. Comments, layout and type annotations' names say nothing either.
 */
export function sourceTokens(source: string): string[] {
  const shape: string[] = [];
  for (const { type, value } of jsTokens(source)) {
    switch (type) {
      case "Punctuator":
        shape.push(value);
        break;
      case "IdentifierName":
        shape.push(keywords.has(value) ? value : "name");
        break;
      case "PrivateIdentifier":
        shape.push("name");
        break;
      case "NumericLiteral":
        shape.push("number");
        break;
      case "StringLiteral":
      case "NoSubstitutionTemplate":
      case "TemplateHead":
      case "TemplateMiddle":
      case "TemplateTail":
      case "RegularExpressionLiteral":
        shape.push("text");
        break;
      case "WhiteSpace":
      case "LineTerminatorSequence":
      case "SingleLineComment":
      case "MultiLineComment":
      case "HashbangComment":
      case "Invalid":
        break;
    }
  }
  return shape;
}

const keywords: ReadonlySet<string> = new Set(
  "break case catch const continue do else export false finally for function if import in instanceof let new null of return switch this throw true try type typeof undefined var while".split(
    " ",
  ),
);
