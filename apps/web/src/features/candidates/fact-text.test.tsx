import { screen } from "@testing-library/react";
import { renderInTeam } from "../../test/render";
import { useFactText } from "./fact-text";

function Facts({ facts }: { facts: [Parameters<ReturnType<typeof useFactText>>[0], unknown][] }) {
  const factText = useFactText([]);
  return facts.map(([key, value]) => <p key={key}>{factText(key, value)}</p>);
}

test("a single team field is told whole, whatever its type, as all of them together are", async () => {
  await renderInTeam(
    <Facts
      facts={[
        ["fields.deck", "https://deck.example/a"],
        ["fields.staff", 12.5],
        ["fields.amount", { amount: 5, currency: "USD" }],
        ["fields.round", null],
        ["fields", { city: "北京", staff: 3 }],
      ]}
    />,
  );
  const told = [...document.querySelectorAll("p")].map(({ textContent }) => textContent);
  expect(told).toEqual([
    "https://deck.example/a",
    "12.5",
    "USD 5",
    "(empty)",
    "city: 北京\nstaff: 3",
  ]);
  expect(screen.queryByText(/^0: h/)).toBeNull();
});
