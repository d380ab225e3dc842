import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { start_feed } from '../api/desk_feed';
import { Failure } from '../api/failure';
import { sees_hits } from '../api/gate_queries';
import { type Session, signOut } from '../api/generated';
import { forget_pictures } from '../api/pictures';
import { cache, session_query } from '../api/queries';
import { useKeys } from '../parts/keys/use_keys';
import { Announcer } from '../parts/shell/announcer';
import { ClockBar } from '../parts/shell/clock_bar';
import { HelpSheet } from '../parts/shell/help_sheet';
import { choose_palette, next_palette, palette_now } from '../parts/shell/palette';
import { ProofDialog } from '../parts/shell/proof_dialog';
import { Refusal } from '../parts/shell/refusal';
import { SignInDialog } from '../parts/shell/sign_in_dialog';
import { silence } from '../parts/shell/sound';
import { SoundBar } from '../parts/shell/sound_bar';
import { TopBar } from '../parts/shell/top_bar';
import { useNews } from '../parts/shell/use_news';
import { WithdrawnBanner } from '../parts/shell/withdrawn_banner';
import { OutletBanner } from '../parts/outlets/outlet_banner';
import { WitnessBanner } from '../parts/system/witness_banner';
import { use_profile_language } from '../text/language';
import styles from './app.module.css';
import { SignInPage } from './sign_in_page';

// Who is signed in decides what stands here: the sign-in page, or the screen with its frame.
export function App({ children }: { children: ReactNode }) {
  const session = useQuery(session_query);
  const profile = session.data?.user.language;
  useEffect(() => void use_profile_language(profile), [profile]);
  const keep = (signed_in: Session) => {
    cache.setQueryData(session_query.queryKey, signed_in);
    void session.refetch();
  };
  const is_unknown = session.error instanceof Failure && session.error.status === 401;
  if (session.data) {
    return (
      <Frame session={session.data} is_unknown={is_unknown}>
        {children}
      </Frame>
    );
  }
  if (session.isPending) return null;
  if (is_unknown) return <SignInPage onSignedIn={keep} />;
  return <Refusal error={session.error} onRetry={() => void session.refetch()} />;
}

const taken = (act: () => void) => (event: KeyboardEvent) => {
  event.preventDefault();
  act();
};

async function leave(): Promise<void> {
  await signOut();
  forget_pictures();
  location.assign('/');
}

// `is_unknown`: the server no longer knows the session, such as after hours without use.
type FrameProps = { session: Session; is_unknown: boolean; children: ReactNode };

function Frame({ session, is_unknown, children }: FrameProps) {
  const [is_over, set_over] = useState(false);
  const [is_help, set_help] = useState(false);
  const user = session.user.id;
  const has_desk = sees_hits(session.user.role);

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- another user has another stream
  useEffect(
    () => (is_over || !has_desk ? undefined : start_feed(() => set_over(true))),
    [is_over, has_desk, user],
  );

  useEffect(() => {
    if (is_unknown) set_over(true);
  }, [is_unknown]);

  useKeys({
    help: taken(() => set_help(true)),
    palette: taken(() => choose_palette(next_palette(palette_now()))),
    silence: taken(silence),
  });
  const mode = useMode();
  const again = (signed_in: Session) => {
    if (signed_in.user.id !== user) location.reload(); // another person gets a clean screen
    cache.setQueryData(session_query.queryKey, signed_in);
    set_over(false);
  };

  return (
    <div className={styles.frame}>
      {mode === 'desk' && (
        <TopBar user={session.user} onHelp={() => set_help(true)} onSignOut={() => void leave()} />
      )}
      {mode === 'desk' && <WitnessBanner />}
      {mode === 'desk' && <OutletBanner />}
      {has_desk && mode !== 'wall' && <ForOnePerson />}
      {children}
      <HelpSheet open={is_help} onOpenChange={set_help} />
      <ProofDialog />
      <SignInDialog open={is_over} name={session.user.name} onSignedIn={again} />
    </div>
  );
}

// A wall is seen by many and nobody sits at it; a car has room for its own buttons only.
function useMode(): 'desk' | 'wall' | 'car' {
  const { pathname } = useLocation();
  if (pathname === '/wall') return 'wall';
  return pathname === '/car' ? 'car' : 'desk';
}

// What is heard, spoken and shown with its plate, for the one person in front.
function ForOnePerson() {
  useNews();
  return (
    <>
      <SoundBar />
      <ClockBar />
      <WithdrawnBanner />
      <Announcer />
    </>
  );
}
