/** Values of `open` in the URL that are no record's id: the empty form and the import. */
export const OPEN_NEW = 'new'
export const OPEN_IMPORT = 'import'
