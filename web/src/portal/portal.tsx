import { Route, Routes } from 'react-router';
import { MissingPage } from '../broken-page.tsx';
import { Ask } from './ask/ask.tsx';
import { AnswersProvider } from './ask/use-answers.tsx';
import { Home } from './home.tsx';
import { Letter } from './letter/letter.tsx';
import { Prices } from './prices.tsx';
import { See } from './see.tsx';
import { SignIn } from './sign-in.tsx';
import { Track } from './track/track.tsx';
import { Withdraw } from './withdraw/withdraw.tsx';
import './portal.css';

/** What patients meet. Answers live above the routes, so that going back keeps them and closing the page loses them. */
export default function Portal() {
  return (
    <AnswersProvider>
      <Routes>
        <Route index element={<Home />} />
        <Route path="ask/:question?/:exam?" element={<Ask />} />
        <Route path="sign-in" element={<SignIn />} />
        <Route path="request" element={<Track />} />
        <Route path="fees" element={<Prices />} />
        <Route path="request/withdraw" element={<Withdraw />} />
        <Route path="letters/:letterId" element={<Letter />} />
        <Route path="pictures" element={<See />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </AnswersProvider>
  );
}
