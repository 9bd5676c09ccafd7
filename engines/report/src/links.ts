import type { Reference } from './document.ts'

/** Where a document's figures can be followed to in the system that made it. */
export type Links = {
  /** The document itself. */
  page: string
  /** What stands behind a figure. */
  of: (ref: Reference) => string
}
