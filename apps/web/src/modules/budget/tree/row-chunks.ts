/** Rows drawn or left out together: a few screens. */
export const CHUNK_ROWS = 40

/** A list in pieces of `CHUNK_ROWS`, in order; the last may be shorter. */
export const rowChunks = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK_ROWS) }, (_, at) =>
    rows.slice(at * CHUNK_ROWS, (at + 1) * CHUNK_ROWS),
  )
