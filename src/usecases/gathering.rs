//! Gathering those who wait for the same thing, so that one statement or one transaction serves them all.

use tokio::sync::mpsc::Receiver;

/// Waits for someone, then takes along all whose requests are being read in the same moment: it lets other tasks run
/// until none of them brings anyone more. An idle process loses no time by it; a busy one shares what each round trip
/// and each commit costs among more people. Gives how many were taken, 0 when nobody can come any more.
pub async fn gather<T>(queue: &mut Receiver<T>, into: &mut Vec<T>, most: usize) -> usize {
    let mut taken = queue.recv_many(into, most).await;
    while taken > 0 && taken < most {
        tokio::task::yield_now().await;
        let before = taken;
        while taken < most
            && let Ok(one) = queue.try_recv()
        {
            into.push(one);
            taken += 1;
        }
        if taken == before {
            break;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::gather;
    use tokio::sync::mpsc;

    #[tokio::test]
    async fn those_who_come_meanwhile_are_taken_along_up_to_the_most() {
        let (send, mut queue) = mpsc::channel(100);
        send.send(0).await.unwrap();
        let late = send.clone();
        tokio::spawn(async move {
            for one in 1..=5 {
                late.send(one).await.unwrap();
            }
        });
        let mut taken = Vec::new();
        assert_eq!(gather(&mut queue, &mut taken, 4).await, 4);
        assert_eq!(gather(&mut queue, &mut taken, 4).await, 2);
        assert_eq!(taken, [0, 1, 2, 3, 4, 5]);
        drop(send);
        assert_eq!(gather(&mut queue, &mut taken, 4).await, 0);
    }
}
