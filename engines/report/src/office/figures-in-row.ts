/** Cards in a row: four where that leaves no lonely last row, two rows of three for six. */
export const figuresInRow = (count: number): number =>
  count < 4 ? Math.max(1, count) : count % 4 === 0 || count === 7 ? 4 : 3
