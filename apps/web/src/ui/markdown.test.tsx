import { screen } from "@testing-library/react";
import { renderInTeam } from "../test/render";
import { Markdown } from "./markdown";

test("notes are rendered, and nothing in them runs, frames or calls out", async () => {
  const text = [
    "# Call\n\n- **paid** since May",
    "[web](https://a.example/x) [mail](mailto:a@b.example) https://auto.example",
    "[run](javascript:alert(1)) [data](data:text/html,x) [ftp](ftp://a.example) [rel](/api/v1/me)",
    "![pixel](https://spy.example/p.png)",
    "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src=//a></iframe>",
    '<a href="javascript:alert(1)" onclick="x()">raw</a>',
    "[@Rosa](member:0198a000-0000-7000-8000-000000000001)",
  ].join("\n\n");
  const { container } = await renderInTeam(<Markdown text={text} />);
  await screen.findByRole("heading", { name: "Call" });
  expect(screen.getByText("paid").tagName).toBe("STRONG");
  expect(container.querySelector("script,img,iframe,[onclick],[onerror],[src]")).toBeNull();
  expect(screen.getByText("@Rosa").tagName).toBe("SPAN");
  expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeTruthy();
  const links = [...container.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["https://a.example/x", "mailto:a@b.example", "https://auto.example"]);
});
