/** What jsdom lacks and Mantine asks for. */
const nothing = () => {};

globalThis.IS_REACT_ACT_ENVIRONMENT = true;

window.matchMedia = (media) => ({
  media,
  matches: false,
  onchange: null,
  addListener: nothing,
  removeListener: nothing,
  addEventListener: nothing,
  removeEventListener: nothing,
  dispatchEvent: () => false,
});

globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

window.HTMLElement.prototype.scrollIntoView = nothing;
window.scrollTo = nothing;
if (!document.fonts) document.fonts = { addEventListener: nothing, removeEventListener: nothing };
