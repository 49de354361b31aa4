const times = 5;
const pause = 300;

/** What has to be written down though the database has just gone away: tried again for some seconds. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await work();
    } catch (error) {
      if (tried === times) throw error;
      await new Promise((wake) => setTimeout(wake, pause * tried));
    }
}
