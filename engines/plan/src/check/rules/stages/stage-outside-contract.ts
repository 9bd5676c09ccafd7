import { atStage } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const stageOutsideContract = defineRule({
  id: 'stage-outside-contract',
  level: 'warning',
  rows: ['P2.15', 'P16.04'],
  find: ({ plan, facts: { contract } }) =>
    contract && contract !== 'none'
      ? plan.stages
          .filter(({ fromDay, toDay }) => fromDay < toDay && (fromDay < contract.fromDay || toDay > contract.toDay))
          .map((stage) =>
            atStage(stage, 'toDay', { stage: stage.name, fromDay: contract.fromDay, toDay: contract.toDay }),
          )
      : [],
  messageZh: (f) => `阶段“${f.stage}”超出合同期（${f.fromDay} 起、${f.toDay} 前）`,
  messageEn: (f) => `The stage "${f.stage}" leaves the term of the contract (from ${f.fromDay}, before ${f.toDay})`,
  suggestionZh: '调整阶段日期，或先续签合同',
  suggestionEn: 'Move the stage, or renew the contract first',
})
