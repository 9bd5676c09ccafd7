/** One identifier a line; blank lines and repetitions say nothing. @example splitIdentifiers('tb_li\n\ntb_li') // ['tb_li'] */
export const splitIdentifiers = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
