#include "core/newest_first.h"

namespace lockstep {

void Steps::take(Millis time)
{
    m_back += m_last && time < *m_last ? 1 : 0;
    m_forward += m_last && time > *m_last ? 1 : 0;
    m_last = time;
}

} // namespace lockstep
