/** The entries of a list that a form or a file holds as one text. @example splitList('uv，cvr') // ['uv', 'cvr'] */
export const splitList = (text: string): string[] => text.split(/[,，、;；\s]+/).filter((entry) => entry !== '')
