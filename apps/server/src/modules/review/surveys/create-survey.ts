import type { ResourceImportResult } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { createResource } from '../../admin/resources/change-resource.ts'
import { importResource } from '../../admin/resources/import-resource.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { SURVEY_QUESTIONS, SURVEYS } from './surveys.ts'

/** A survey as it is recorded, with a file of its questions. */
export type NewSurvey = {
  code: string
  name: string
  year: number
  invited: number | null
  questions: { path: string; name: string }
}

/**
 * Records a survey with its questions from a table. Shape: what was made of the questions; when one is refused nothing is recorded.
 * Errors: as `importResource` and `createResource`.
 */
export async function createSurvey(
  context: Context,
  caller: ResourceCaller,
  { questions, ...data }: NewSurvey,
): Promise<ResourceImportResult> {
  const imported = await importResource(context, SURVEY_QUESTIONS, caller, questions)
  if (imported.rejected.length === 0) await createResource(context, SURVEYS, caller, { data, reason: data.name })
  return imported
}
