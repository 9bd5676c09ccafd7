import { z } from 'zod'

export const ARCHIVE_SOURCES = ['campaign', 'plan', 'report', 'lesson', 'template'] as const
export const ArchiveSource = z.enum(ARCHIVE_SOURCES)
export type ArchiveSource = z.infer<typeof ArchiveSource>

/** GET /v1/stores/{store}/archive — words in Chinese or English, and what narrows them down. */
export const ArchiveQuery = z.object({
  words: z.string().max(200).default(''),
  mechanic: z.string().max(80).optional(),
  category: z.string().max(120).optional(),
  season: z.enum(['spring', 'summer', 'autumn', 'winter']).optional(),
  source: ArchiveSource.optional(),
})
export type ArchiveQuery = z.input<typeof ArchiveQuery>

/** Something that was done before, and how often it was used again. */
export const ArchiveCase = z.object({
  source: ArchiveSource,
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  mechanics: z.array(z.string()),
  categories: z.array(z.string()),
  season: z.string().nullable(),
  day: z.string().nullable(),
  /** Of campaigns: paid amount against the target. */
  paidCents: z.number().nullable(),
  targetCents: z.number().nullable(),
  reuses: z.number().int(),
  score: z.number(),
})
export type ArchiveCase = z.infer<typeof ArchiveCase>

export const ArchiveAnswer = z.object({
  cases: z.array(ArchiveCase),
  mechanics: z.array(z.string()),
  categories: z.array(z.string()),
})
export type ArchiveAnswer = z.infer<typeof ArchiveAnswer>

/** GET …/archive/lessons-for/{campaign} — what is known of campaigns like this one. */
export const ProposedLessons = z.object({
  lessons: z.array(ArchiveCase.extend({ whyZh: z.string(), whyEn: z.string() })),
})
export type ProposedLessons = z.infer<typeof ProposedLessons>

/** GET …/archive/lessons — the same for a campaign that is about to be written, from a template or after one of before. */
export const DraftLessonsQuery = z.object({
  template: z.string().max(40).optional(),
  copyOf: z.string().max(80).optional(),
  name: z.string().max(200).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  mainDay: z.iso.date().optional(),
})
export type DraftLessonsQuery = z.input<typeof DraftLessonsQuery>

/** POST …/archive/reuses — a case was taken up in a campaign; counted once a campaign. */
export const ReuseCase = z.object({
  source: ArchiveSource,
  id: z.string().min(1).max(120),
  campaign: z.string().min(1).max(80),
})
export type ReuseCase = z.input<typeof ReuseCase>
