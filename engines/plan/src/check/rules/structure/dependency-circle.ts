import { structureRule } from '../../structure-rule.ts'

export const dependencyCircle = structureRule({
  id: 'dependency-circle',
  code: 'dependency_cycle',
  level: 'error',
  rows: ['P16.15', 'P3.22'],
  suggestionZh: '去掉其中一个前置任务',
  suggestionEn: 'Remove one of the dependencies',
})
