import { openHouse } from "./house.js";
test("smoke", async () => {
  for (let i = 0; i < 3; i++) {
  const t0 = performance.now();
  const house = await openHouse();
  const t1 = performance.now();
  await house.owner.get("/me");
  const t3 = performance.now();
  await house.app.close();
  const t4 = performance.now();
  await house.close();
  process.stderr.write(["open", t1 - t0, "me", t3-t1, "appclose", t4-t3, "drop",performance.now()-t4].join(" ")+"\n");
  }
});
