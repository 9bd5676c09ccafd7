/** Names parted by commas, blanks around them dropped: `a, b` gives `['a', 'b']`. */
export const parseList = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
