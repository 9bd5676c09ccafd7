import {
  chooseBest,
  compileRules,
  explain,
  findPipeline,
  PIPELINES,
  type PricedCart,
  priceCart,
  type RuleSet,
  sayCartProblem,
  sayRuleProblem,
} from '@zhanggui/promotion'
import type { Command } from 'commander'
import { CliFailure, usageFailure } from '../../cli-failure.ts'
import type { Bilingual } from '../../output/language.ts'
import type { RunCommand } from '../../run-command.ts'
import { readCartFile } from './cart-file.ts'
import { type RulesFile, readRulesFile } from './rules-file.ts'

type PriceOptions = { rules: string; cart: string; pipeline?: string; best: boolean }

const joined = (texts: readonly Bilingual[]): Bilingual => ({
  zh: texts.map(({ zh }) => zh).join('\n'),
  en: texts.map(({ en }) => en).join('\n'),
})

function compile({ rules, pipeline }: RulesFile, asked: string | undefined): RuleSet {
  const id = asked ?? pipeline ?? PIPELINES[0]?.id ?? ''
  const found = findPipeline(id)
  const known = PIPELINES.map((p) => p.id).join(', ')
  if (!found)
    throw usageFailure('unknown_pipeline', {
      zh: `没有“${id}”这种计价顺序，可选：${known}。`,
      en: `There is no pipeline "${id}"; known: ${known}.`,
    })
  const compiled = compileRules(found, rules as unknown as Parameters<typeof compileRules>[1])
  if (!compiled.ok) throw new CliFailure('rule_faults', joined(compiled.error.map(sayRuleProblem)))
  return compiled.value
}

/** What is answered: the priced cart, and with `--best` which claims to use. */
type Answer = PricedCart & { claimIds?: readonly string[]; isProven?: boolean }

function answer(ruleSet: RuleSet, cart: Parameters<typeof priceCart>[1], best: boolean): Answer {
  if (!best) {
    const priced = priceCart(ruleSet, cart)
    if (!priced.ok) throw new CliFailure('cart_faults', joined(priced.error.map(sayCartProblem)))
    return priced.value
  }
  const chosen = chooseBest(ruleSet, cart)
  if (!chosen.ok) throw new CliFailure('cart_faults', joined(chosen.error.map(sayCartProblem)))
  const { claimIds, isProven, priced } = chosen.value
  return { ...priced, claimIds, isProven }
}

/** `zhanggui price`: a cart under rules, both as files; no data folder is opened. */
export function addPriceCommand(program: Command, run: RunCommand): void {
  program
    .command('price')
    .description('按规则文件给购物车文件计价，逐分解释 / price a cart file under a rules file, explained to the fen')
    .requiredOption('--rules <file>', '规则 JSON / rules as JSON')
    .requiredOption('--cart <file>', '购物车 JSON / cart as JSON')
    .option('--pipeline <id>', '计价顺序，如 tmall-parallel / order of discounts')
    .option('--best', '选出最省的券 / choose the best coupons', false)
    .action((options: PriceOptions, command: Command) =>
      run(command, async (shell) => {
        const ruleSet = compile(await readRulesFile(options.rules), options.pipeline)
        const cart = await readCartFile(options.cart, new Date())
        const priced = answer(ruleSet, cart, options.best)
        shell.answer(priced, () => {
          const sentences = explain({ cart, priced, ruleSet }, shell.language).map(({ text }) => text)
          const used = priced.claimIds?.length
            ? [shell.say({ zh: `用券：${priced.claimIds.join('、')}`, en: `Use: ${priced.claimIds.join(', ')}` })]
            : []
          return [...sentences, ...used].join('\n')
        })
      }),
    )
}
