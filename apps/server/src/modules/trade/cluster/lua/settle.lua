-- The end of an attempt, and how the parts of an order follow its home.

-- The home's decision that the attempt stands. Whoever asks again is told the same.
local function commit(shard, request)
  local order = read_order(shard, request.order)
  if not order or not order.trial or order.attempt ~= request.attempt then return { code = 'busy' } end
  local trial = order.trial
  local asked = trial.request
  local answer
  if trial.kind == 'reserve' then answer = accept_reserve(shard, asked, order)
  elseif trial.kind == 'pay' then
    sell(shard, request.order, order, ':held')
    answer = { code = 'accepted_late' }
  else answer = { code = 'accepted_late', detail = lock(shard, request.order, order, ':held', asked) } end
  remember(shard, asked, answer)
  answer.state, answer.deadline = order.state, order.deadline
  return answer
end

-- The home's decision that it does not: what it took goes back. A payment that cannot be served is due for refund. With `again` the
-- attempt alone is over: another one may come.
local function refuse(shard, request)
  local order = read_order(shard, request.order)
  if not order or not order.trial or order.attempt ~= request.attempt then return { code = 'busy' } end
  local trial = order.trial
  if request.again then
    end_trial(shard, request.order, order)
    return request.fault
  end
  give_lines(shard, order, ':held')
  if trial.kind ~= 'reserve' then
    return remember(shard, trial.request, to_refund(shard, request.order, order))
  end
  forget_order(shard, request.order, order)
  return remember(shard, trial.request, request.fault)
end

-- Where an order stands, for its parts, with the number of the attempt that its home went by.
local function standing(shard, request)
  local order = read_order(shard, request.order)
  if not order then return { code = 'accepted', state = 'forgotten' } end
  local state = order.trial and 'trying' or order.state
  return { code = 'accepted', state = state, attempt = order.attempt, deadline = order.deadline }
end

local COLUMN = { held = ':held', locked = ':locked', sold = ':sold' }
local RANK = { held = 1, locked = 2, sold = 3 }

-- A part goes where its home is: on with it, or back to free; never backwards, as the word of an earlier decision may come late.
-- A decision about another attempt is none about this part.
local function settle(shard, request)
  local id, to = request.order, request.state
  local order = read_order(shard, id)
  if not order or not order.home or order.attempt ~= request.attempt then return { code = 'accepted' } end
  if not RANK[to] then
    if order.state ~= 'sold' then give_lines(shard, order, COLUMN[order.state]) end
    forget_order(shard, id, order)
  elseif RANK[to] >= RANK[order.state] then
    if to ~= order.state then move_lines(shard, order, COLUMN[order.state], COLUMN[to]) end
    order.state = to
    write_order(shard, id, order)
    set_across(shard, id, request.deadline)
  end
  return { code = 'accepted' }
end

-- Every part has followed: a home past its retention may forget.
local function followed(shard, request)
  local order = read_order(shard, request.order)
  if order and order.elsewhere and not order.trial and order.deadline <= shard.now then
    forget_order(shard, request.order, order)
  end
  return { code = 'accepted' }
end
