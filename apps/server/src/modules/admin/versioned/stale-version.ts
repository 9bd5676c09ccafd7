import { ApiFailure } from '../../../http/api-failure.ts'

/** Somebody else was quicker: says which version stands, who wrote it, and when. */
export const staleVersion = (standing: { version: number; updatedBy: string; updatedAt: Date }): ApiFailure =>
  new ApiFailure('stale_version', {
    version: standing.version,
    changedBy: standing.updatedBy,
    changedAt: standing.updatedAt.toISOString(),
  })
