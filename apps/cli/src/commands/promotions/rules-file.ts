import { PromotionBody, PromotionRule } from '@zhanggui/contract'
import { readJsonFile } from '../../read-json-file.ts'

const RulesOnly = PromotionRule.array().transform((rules) => ({ rules, pipeline: undefined }))
const RulesInOrder = PromotionBody.pick({ rules: true, pipeline: true })

/** Rules as a file: a list of them, or an object with `rules` and `pipeline`, such as a promotion that was shown with `--json`. */
export type RulesFile = { rules: PromotionRule[]; pipeline: string | undefined }

/** Errors: throws a usage failure that names the file and the place. */
export const readRulesFile = (path: string): Promise<RulesFile> => readJsonFile(path, RulesOnly.or(RulesInOrder))
