import { CHAPTERS } from '../../../plan.ts'
import { CHAPTER_NAMES } from '../../chapter-names.ts'
import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

/** The plan document has six chapters (P14.16); one without a word is printed as a blank page. */
export const chapterEmpty = defineRule({
  id: 'chapter-empty',
  level: 'warning',
  rows: ['P14.16'],
  find: ({ plan }) =>
    CHAPTERS.filter((chapter) => !plan.texts[chapter].trim()).map((chapter) =>
      atPlan(chapter, { zh: CHAPTER_NAMES[chapter].zh, en: CHAPTER_NAMES[chapter].en }),
    ),
  messageZh: ({ zh }) => `“${zh}”一章还没有正文`,
  messageEn: ({ en }) => `The chapter "${en}" has no text yet`,
  suggestionZh: '写几句说明；图表会自动生成',
  suggestionEn: 'Write a few sentences; figures and charts come by themselves',
})
