/** What an approval is refused by: every error that the check finds (P2.06, P16.02, P16.15). */
export { checkStoredPlan as checkForApproval } from '../check/check-stored-plan.ts'
