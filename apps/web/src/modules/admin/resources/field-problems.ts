import { ApiProblem } from '../../../api/problem.ts'

/** What the server objects to in one field, in both languages. */
export type FieldProblem = { field: string; message: string; messageEn: string }

/** The objections of a refused save, field by field; none when the refusal is about something else. */
export function fieldProblems(error: unknown): FieldProblem[] {
  if (!(error instanceof ApiProblem) || error.code !== 'invalid_data') return []
  const { fields } = error.facts
  return Array.isArray(fields) ? fields.filter(isFieldProblem) : []
}

const isFieldProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'field' in value && 'message' in value && 'messageEn' in value
