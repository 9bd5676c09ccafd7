import type { Fields, World } from '../../src/index.ts'

/** @example worldOf({ 'slot/a': { item: 'x', stock: 0 } }) */
export const worldOf = (subjects: Record<string, Fields>): World => new Map(Object.entries(subjects))
