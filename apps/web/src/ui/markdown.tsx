import type { ReactNode } from "react";
import ReactMarkdown, { defaultUrlTransform } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { guessLanguage } from "./localized";
import classes from "./markdown.module.css";

/** No pictures, which would tell their host who reads; links to the web and to mail only. */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== "img"),
  protocols: { href: ["http", "https", "mailto", "member"] },
};

interface Node {
  type: string;
  children?: Node[];
}

/** HTML that somebody wrote stays what it is to a reader: words. */
function htmlAsText() {
  const turn = (node: Node) => {
    if (node.type === "raw") node.type = "text";
    node.children?.forEach(turn);
  };
  return turn;
}

/** A relative address would be one of ours, which no note has to name. */
const isAbroad = (href: string | undefined) => /^(https?|mailto):/i.test(href ?? "");

const isMention = (href: string | undefined) => /^member:/.test(href ?? "");

function Anchor({ href, children }: { href?: string; children?: ReactNode }) {
  if (isMention(href)) return <span className={classes.mention}>{children}</span>;
  if (!isAbroad(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer nofollow">
      {children}
    </a>
  );
}

/** Notes and comments in Markdown; HTML in them stays text, and `[@Name](member:id)` is a mention. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown} lang={guessLanguage(text)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[htmlAsText, [rehypeSanitize, schema]]}
        urlTransform={(url) => (isMention(url) ? url : defaultUrlTransform(url))}
        components={{ a: ({ href, children }) => <Anchor href={href}>{children}</Anchor> }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
