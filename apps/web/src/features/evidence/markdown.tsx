import ReactMarkdown from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { guessLanguage } from "../../ui/localized";
import classes from "./evidence.module.css";

/** No pictures, which would tell their host who reads; links to the web and to mail only. */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== "img"),
  protocols: { href: ["http", "https", "mailto"] },
};

/** A relative address would be one of ours, which no note has to name. */
const isAbroad = (href: string | undefined) => /^(https?|mailto):/i.test(href ?? "");

/** Notes in Markdown; HTML in them stays text. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown} lang={guessLanguage(text)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        components={{
          a: ({ href, children }) =>
            isAbroad(href) ? (
              <a href={href} target="_blank" rel="noreferrer nofollow">
                {children}
              </a>
            ) : (
              <span>{children}</span>
            ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
