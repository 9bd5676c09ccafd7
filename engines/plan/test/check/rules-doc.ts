import { checkPlan, type Finding, RULES } from '../../src/index.ts'
import { editableCopy } from './bad-plan.ts'
import type { EditableFacts } from './edit-plan.ts'
import { PLANTED_DEFECTS } from './planted-defects.ts'
import { shopFacts } from './shop-facts.ts'

const BEGIN = '<!-- rules: written by engines/plan/test/fixtures/write-rules-doc.ts -->'
const END = '<!-- end of rules -->'

/** What a rule says of its planted defect. */
function example(rule: string): Finding | undefined {
  const plan = editableCopy('clean-plan')
  const facts = shopFacts()
  PLANTED_DEFECTS[rule]?.plant(plan, facts as EditableFacts & typeof facts)
  return checkPlan(JSON.parse(JSON.stringify(plan)), facts).find((finding) => finding.rule === rule)
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** Every rule with its level, an example and its rows, as a table. */
export const rulesTable = (): string =>
  [
    '| rule | level | for example | rows |',
    '| --- | --- | --- | --- |',
    ...RULES.map(({ rule, level, rows }) => {
      const said = example(rule)?.messageZh ?? ''
      return `| \`${rule}\` | ${level} | ${cell(said)} | ${rows.join(' ')} |`
    }),
  ].join('\n')

/** The page with its table as the rules are now. */
export function withRules(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN)
  const after = rest.split(END)[1] ?? ''
  return `${before}${BEGIN}\n\n${rulesTable()}\n\n${END}${after}`
}
