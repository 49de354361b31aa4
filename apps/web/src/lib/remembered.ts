/** What this browser remembers; storage that is full or forbidden is no error. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

export function forget(key: string) {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}
