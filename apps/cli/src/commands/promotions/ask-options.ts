import type { Command } from 'commander'
import { usageFailure } from '../../cli-failure.ts'
import { readRulesFile } from './rules-file.ts'

export type AskOptions = { promotion?: string; rules?: string; alone: boolean }

/** Which rules a question is about: a stored promotion or a file. */
export const addAskOptions = (command: Command): Command =>
  command
    .option('--promotion <id>', '促销编号，见 promo list / id of a promotion')
    .option('--rules <file>', '规则 JSON 文件 / rules as a JSON file')
    .option('--alone', '不与已生效的促销叠加 / without what is in force', false)

/** Errors: throws a usage failure when neither or both are named, or the file is not right. */
export async function askedOf({ promotion, rules, alone }: AskOptions) {
  if ((promotion === undefined) === (rules === undefined))
    throw usageFailure('invalid_request', {
      zh: '请给出促销（--promotion 编号）或规则文件（--rules），二者选一。',
      en: 'Name a promotion (--promotion id) or a file of rules (--rules), one of the two.',
    })
  if (promotion !== undefined) return { promotion, beside: !alone }
  const file = await readRulesFile(rules ?? '')
  return { rules: file.rules, beside: !alone, ...(file.pipeline === undefined ? {} : { pipeline: file.pipeline }) }
}
