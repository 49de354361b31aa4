export const capture = {
  paste: {
    label: "Paste a list, a table or a message",
    placeholder: "Names or links one a line, a table, a message",
    read: "Read it",
  },
  head: { name: "Name", website: "Website", notes: "Note" },
  row: {
    tick: "Add {{name}}, line {{line}}",
    line: "Line {{line}}",
    name: "Name, line {{line}}",
    website: "Website, line {{line}}",
    notes: "Note, line {{line}}",
    sameAs: "Same as “{{name}}” above",
    because: {
      website: "Already here, same site:",
      name: "Already here, same or similar name:",
    },
  },
  check: {
    title: "Check what was pasted",
    read_one: "{{count}} candidate",
    read_other: "{{count}} candidates",
    all: "{{chosen}} of {{of}} chosen",
    add_one: "Add {{count}} to Inbox",
    add_other: "Add {{count}} to Inbox",
    back: "Back",
    unread_one: "{{count}} line holds neither a name nor a link",
    unread_other: "{{count}} lines hold neither a name nor a link",
    added_one: "{{count}} candidate added to the Inbox",
    added_other: "{{count}} candidates added to the Inbox",
  },
  nothing: {
    title: "No name or link was found",
    text: "Put one name or link on each line, or copy the cells of a table.",
  },
  toImport: "Import a file",
  elsewhere: {
    title: "From the browser or the phone",
    bookmark:
      "Drag this link to your bookmarks bar. On any product’s page it opens this form with name, address and whatever text you have selected filled in.",
    add: "Add to Highwater",
    code: "Or save this as the address of a bookmark",
    phone:
      "On a phone, install this site from the browser’s menu. From then on, Share on any page or message offers Highwater.",
  },
};
