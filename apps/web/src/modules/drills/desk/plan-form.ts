import type { ContingencyPlanBody, Role } from '@zhanggui/contract'

/** A plan as its form holds it: what a shop changes, flat. */
export type PlanForm = {
  owner: Role
  detectMinutes: number
  startMinutes: number
  restoreMinutes: number
  stopAfterMinutes: number
  steps: { text: string; role: Role; limitMinutes: number }[]
  messages: string[]
  pageTitle: string
  pageBody: string
  reason: string
}

export const toPlanForm = ({
  owner,
  goals,
  stopAfterMinutes,
  steps,
  messages,
  page,
}: ContingencyPlanBody): PlanForm => ({
  owner,
  ...goals,
  stopAfterMinutes,
  steps: steps.map(({ zh, role, limitMinutes }) => ({ text: zh, role, limitMinutes })),
  messages: messages.map(({ zh }) => zh),
  pageTitle: page.titleZh,
  pageBody: page.bodyZh,
  reason: '',
})

/** The plan with what the form says; what the form does not hold stays as it is. */
export function planOfForm(body: ContingencyPlanBody, form: PlanForm): ContingencyPlanBody {
  const { owner, detectMinutes, startMinutes, restoreMinutes, stopAfterMinutes } = form
  return {
    ...body,
    owner,
    goals: { detectMinutes, startMinutes, restoreMinutes },
    stopAfterMinutes,
    steps: body.steps.map((step, i) => {
      const { text = step.zh, role = step.role, limitMinutes = step.limitMinutes } = form.steps[i] ?? {}
      return { ...step, zh: text, role, limitMinutes }
    }),
    messages: body.messages.map((message, i) => ({ ...message, zh: form.messages[i] ?? message.zh })),
    page: { titleZh: form.pageTitle, bodyZh: form.pageBody },
  }
}
