import type { BenchPart } from './bench-part.ts'

/** Parts by name, in the order they are run and printed. Loaded one at a time, each in its own process. */
export const PARTS: Readonly<Record<string, () => Promise<BenchPart>>> = {
  importRetail: async () => (await import('./parts/import-retail.ts')).importRetail,
  importBehaviour: async () => (await import('./parts/import-behaviour.ts')).importBehaviour,
  intake: async () => (await import('./parts/intake.ts')).intake,
  dashboard: async () => (await import('./parts/dashboard.ts')).dashboard,
}
