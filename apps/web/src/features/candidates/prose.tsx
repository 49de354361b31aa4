import { Fragment } from "react";
import { guessLanguage } from "../../ui/localized";
import classes from "./prose.module.css";
import { safeHref } from "./safe-href";

/** Ends before spaces, quotes and what Chinese text puts after an address without a space. */
const addresses = /https?:\/\/[^\s<>"'“”‘’「」『』（）【】《》，。；：、！？]+/g;

/** A full stop or bracket at the end belongs to the sentence. */
function trimmed(address: string): string {
  const bare = address.replace(/[.,;:!?]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

function pieces(text: string): { text: string; href: string | null }[] {
  const found: { text: string; href: string | null }[] = [];
  let done = 0;
  for (const match of text.matchAll(addresses)) {
    const address = trimmed(match[0]);
    found.push({ text: text.slice(done, match.index), href: null });
    found.push({ text: address, href: safeHref(address) });
    done = match.index + address.length;
  }
  return [...found, { text: text.slice(done), href: null }];
}

/** Plain text as it was written: line breaks kept, addresses clickable, never HTML. */
export function Prose({ text }: { text: string }) {
  return (
    <div className={classes.prose}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} lang={guessLanguage(paragraph)}>
          {pieces(paragraph).map((piece, at) => (
            <Fragment key={at}>
              {piece.href ? (
                <a href={piece.href} target="_blank" rel="noreferrer nofollow">
                  {piece.text}
                </a>
              ) : (
                piece.text
              )}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
