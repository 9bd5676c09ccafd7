import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { withoutWords } from './hide-people.ts'
import { surveyAnswers } from './schema.ts'

/**
 * Forgets a person in surveys (P13.09): what they picked still counts, who it was and their words are gone. Safe to repeat.
 */
export async function forgetRespondent(context: Context, store: string, hash: string): Promise<void> {
  const own = and(eq(surveyAnswers.store, store), eq(surveyAnswers.respondent, `p:${hash}`))
  await context.records.transaction(async (tx) => {
    for (const { survey, number, replies } of await tx.select().from(surveyAnswers).where(own).for('update'))
      await tx
        .update(surveyAnswers)
        .set({ respondent: `gone:${randomUUID()}`, replies: withoutWords(replies) })
        .where(and(eq(surveyAnswers.store, store), eq(surveyAnswers.survey, survey), eq(surveyAnswers.number, number)))
  })
}
