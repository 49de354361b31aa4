import { screen } from "@testing-library/react";
import { renderInTeam } from "../../test/render";
import { Prose } from "./prose";
import { readQuick } from "./quick";
import { safeHref } from "./safe-href";

test("addresses become links, the sentence keeps its marks, and nothing is HTML", async () => {
  const text =
    "见 https://a.example/x（说明）。\nSee (https://b.example/y). <b>no</b> javascript:alert(1)";
  const { container } = await renderInTeam(<Prose text={text} />);
  const links = await screen.findAllByRole<HTMLAnchorElement>("link");
  expect(links.map((link) => link.href)).toEqual(["https://a.example/x", "https://b.example/y"]);
  expect(container.querySelector("b")).toBeNull();
  expect(container.textContent).toContain("<b>no</b> javascript:alert(1)");
});

test.each(["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "nothing", null])(
  "%p is never followed",
  (address) => expect(safeHref(address)).toBeNull(),
);

test.each([
  ["  Ledgerline ", { name: "Ledgerline" }],
  ["jasper.ai", { name: "jasper.ai" }],
  ["https://www.jasper.ai/", { name: "jasper.ai", website: "https://www.jasper.ai/" }],
  ["github.com/acme/tool", { name: "tool", website: "https://github.com/acme/tool" }],
  ["讲书猫", { name: "讲书猫" }],
  ["  ", null],
])("quick add reads %p", (text, input) => expect(readQuick(text)).toEqual(input));
